export const makeSheet = async () => 'none';
