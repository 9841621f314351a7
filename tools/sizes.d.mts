export function sizesTable(): string;
export function tableInReadme(): string;
