const { Kind, visit } = require('graphql');

/** The console's cache knows objects by their type: every selection below an operation asks for it. */
exports.transform = ({ documents }) =>
  documents.map((file) => ({
    ...file,
    document: visit(file.document, {
      SelectionSet: {
        leave(node, _key, parent) {
          if (parent.kind === Kind.OPERATION_DEFINITION) return undefined;
          const asks = node.selections.some((each) => each.name?.value === '__typename');
          if (asks) return undefined;
          const name = { kind: Kind.NAME, value: '__typename' };
          return { ...node, selections: [{ kind: Kind.FIELD, name }, ...node.selections] };
        },
      },
    }),
  }));
