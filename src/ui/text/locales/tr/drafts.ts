import type { DraftCatalogue } from '../../catalogue.ts';

/** The messages about drafts in Turkish. docs/translations/tr.md has the terms and the form of address. */
export const tr: DraftCatalogue = {
  drafts: {
    askTab: 'Bir şey araya girerse diye, yanıtlarınız siz gönderene kadar bu sekmede saklansın mı?',
    askDevice: {
      other: 'Yanıtlarınız siz gönderene kadar, en çok {count} gün, bu cihazda saklansın mı? Bunu yalnızca cihazı başka kimse kullanmıyorsa seçin.',
    },
    askPage: 'Daha sonra devam edebilmeniz için bu sayfa yanıtlarınızı siz göndermeden önce saklasın mı?',
    keep: 'Saklansın',
    decline: 'Saklanmasın',
    keptTab: 'Yanıtlarınız siz gönderene veya silene kadar bu sekmede saklanıyor.',
    keptDevice: 'Yanıtlarınız siz gönderene veya silene kadar bu cihazda saklanıyor.',
    keptPage: 'Bu sayfa yanıtlarınızı siz gönderene veya silene kadar saklıyor.',
    stop: 'Artık saklanmasın',
    notKept: 'Yanıtlarınız saklanmıyor.',
    found: 'Yanıtlarınızı sakladık ({time}). Devam edin veya baştan başlayın.',
    goOn: 'Devam et',
    elsewhere: 'Yanıtlarınız başka bir sekmede açık ve orada saklanıyor. Burada devam edin veya orada bırakın.',
    moved: 'Başka bir sekmede veya sayfada devam ettiniz. Burada değiştirdikleriniz saklanmıyor.',
    gone: 'Bu yanıtlar başka bir sayfada gönderildi veya silindi. Bu form şimdi boş.',
    here: 'Burada devam et',
    leave: 'Orada bırak',
    failed: 'Yanıtlarınız saklanamıyor. Yalnızca bu sayfadalar, lütfen sayfayı kapatmayın.',
    notErased: 'Saklanan yanıtlar silinemedi.',
    aside: {
      other: 'Sorular değişti. {count} yanıt artık uymuyor:',
    },
  },
};
