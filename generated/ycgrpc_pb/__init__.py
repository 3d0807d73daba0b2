"""Messages, stubs and servicers of ``proto/``, on a descriptor pool of their own.

``ycgrpc_pb.POOL`` is that pool: pass it as ``descriptor_pool=`` to ``json_format`` and
``text_format`` of ``google.protobuf`` for messages that hold an ``Any``.
"""

from ycgrpc_pb._runtime import POOL

__all__ = ["POOL"]
