/** Whether other people use the device too. */
export const isSharedDevice = (privacy: string | undefined): boolean => privacy === 'shared';

/** Whether the host says so on the widget or on the session around it. */
export const isSharedAround = (widget: { privacy?: string }, session: object | undefined): boolean =>
  [widget, session].some((one) => isSharedDevice((one as typeof widget | undefined)?.privacy));
