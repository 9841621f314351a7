export declare const manifestText: () => Promise<string>;
export declare const writeManifest: () => Promise<void>;
