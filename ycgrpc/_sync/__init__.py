"""The blocking colour: drives the decisions of ``_core`` over grpcio's channels and threads."""
