/** Whether other people use the device too. */
export const isSharedDevice = (privacy: string | undefined): boolean => privacy === 'shared';
