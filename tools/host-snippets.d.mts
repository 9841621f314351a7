export declare const GUIDES: string[];
export declare const withHostCode: (text: string) => string;
