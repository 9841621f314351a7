/** Whether others use the device. */
export const isSharedDevice = (privacy: string | undefined): boolean => privacy === 'shared';
