"""The asyncio colour: drives the decisions of ``_core`` over ``grpc.aio``."""
