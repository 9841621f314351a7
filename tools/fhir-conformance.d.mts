/** The text of docs/fhir-conformance.md. */
export declare function conformancePage(): string;
