/** The StructureDefinitions of a release of FHIR, of the types and the resources that this package emits. */
export declare function structureDefinitions(release: 'R4' | 'R4B' | 'R5'): object[];
