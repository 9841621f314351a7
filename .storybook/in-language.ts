type Words = readonly [therapist: string, beforeSession: string, records: string, supervisor: string, nextMeeting: string, crisis: string];

/** What a clinic writes on its own page, as the stories have it in English. The telephone number is one that is never given out. */
const ENGLISH: Words = [
  'Your therapist', 'before your next session', "in your clinic's records", 'Your supervisor', 'when you next meet',
  'Harbour Clinic, day and night: 020 7946 0000. In an emergency call 999 or 112.',
];

const CLINICS: Readonly<Record<string, Words>> = {
  de: [
    'die Person, die Sie behandelt', 'vor Ihrer nächsten Sitzung', 'in der Akte Ihrer Praxis', 'Ihre Supervision', 'beim nächsten Treffen',
    'Praxis am Hafen, Tag und Nacht: 020 7946 0000. Rufen Sie im Notfall die 112 an.',
  ],
  es: [
    'tu terapeuta', 'antes de la próxima sesión', 'en el historial de tu clínica', 'quien te supervisa', 'en el próximo encuentro',
    'Clínica del Puerto, día y noche: 020 7946 0000. En una emergencia, llama al 112.',
  ],
  fr: [
    'votre thérapeute', 'avant votre prochaine séance', 'dans le dossier du centre de soins', 'votre supervision', 'à votre prochaine rencontre',
    'Centre du Port, jour et nuit : 020 7946 0000. En cas d’urgence, appelez le 112.',
  ],
  pt: [
    'quem conduz a terapia', 'antes da próxima sessão', 'no prontuário da sua clínica', 'a sua supervisão', 'no próximo encontro',
    'Clínica do Porto, dia e noite: 020 7946 0000. Em uma emergência, ligue para o 192.',
  ],
  tr: [
    'terapistiniz', 'bir sonraki seansınızdan önce', 'kliniğinizin kayıtlarında', 'süpervizörünüz', 'bir sonraki görüşmenizde',
    'Liman Kliniği, gece gündüz: 020 7946 0000. Acil durumda 112’yi arayın.',
  ],
  ar: [
    'معالجك', 'قبل جلستك القادمة', 'في سجلات العيادة', 'من يشرف عليك', 'في لقائكما القادم',
    'عيادة الميناء، ليلًا ونهارًا: \u206802079460000\u2069. رقم الطوارئ: 112.',
  ],
  he: [
    'המטפל שלך', 'לפני הפגישה הבאה', 'ברישומי המרפאה', 'ההדרכה שלך', 'בפגישת ההדרכה הבאה',
    'מרפאת הנמל, יום ולילה: \u206802079460000\u2069. מספר החירום: 112.',
  ],
};

/**
 * Lets the widgets of a story show translations that nobody has reviewed, and puts what the clinic says to them into the same
 * language. Other words of the page, such as the clinic's own texts of a boundary card, stay English.
 */
export function inLanguage(content: HTMLElement, tag: string): void {
  const translated = (text: string | null): string | undefined => CLINICS[tag]?.[ENGLISH.indexOf(text ?? '')];
  for (const element of [content, ...content.querySelectorAll('*')]) {
    if ('translations' in element) element.setAttribute('translations', 'draft');
    for (const name of ['who', 'when', 'kept']) {
      const words = translated(element.getAttribute(name));
      if (words) element.setAttribute(name, words);
    }
    const words = element.slot === 'crisis' && translated(element.textContent);
    if (words) element.textContent = words;
  }
}
