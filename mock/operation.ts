/** The five operations, first letter lower-case, in the order of the manual's table of contents. */
export const OPERATIONS = [
  'createRepoDomains',
  'listRepoDomains',
  'showAccessDomain',
  'updateRepoDomains',
  'deleteRepoDomains',
] as const;

export type OperationId = (typeof OPERATIONS)[number];

/** How sentences about an operation begin. */
export const OPERATION_WORDS: Readonly<Record<OperationId, string>> = {
  createRepoDomains: 'Create',
  listRepoDomains: 'List',
  showAccessDomain: 'Show',
  updateRepoDomains: 'Update',
  deleteRepoDomains: 'Delete',
};
