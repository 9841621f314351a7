export declare const wallProblems: (file: string, imports: string[]) => { specifier: string; problem: string }[];
