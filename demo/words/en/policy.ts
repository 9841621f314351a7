/** The clinic's own words for each topic of the boundary card. */
export const policy = {
  purpose: 'You decide what we work on. In the first two sessions you and your therapist put it into a sentence or two, and write it down. Every sixth session you look at that sentence together: is it still right, and does this help? You can change it, or stop, at any point.',
  dialogue: 'If something your therapist says or does sits badly with you, we want to hear it. You can say it in the room, write it after a session, or tell the desk. No one here will hold it against you. Your therapist’s part is to listen first.',
  boundaries: 'Your therapist is there for you for fifty minutes at the time you agreed. They will not be your friend, your doctor or your lawyer, and they will not take gifts or meet you outside. They will not touch you without asking. If you need another kind of help, we look for it with you.',
  confidentiality: 'What you say stays between you and your therapist. They talk about their work with one supervisor, without your name. There are limits: if someone’s life is in danger, if a child is being harmed, or if a court orders it. If we can, we tell you first. Ask us about any case you are unsure of.',
  cost: 'The first meeting is free. A session costs 80, and from 30 if money is short: just tell us, you need not show papers. You can cancel until a day before and pay nothing. After that the session costs half. If you are ill, call; we are not strict.',
  ending: 'You can end at any time, without a reason. One last session to look back is often worth it, and it is up to you. If you want to complain, the desk will name someone who is not your therapist. You can also go to the chamber of psychotherapists straight away.',
};
