import typing as _t

import google.protobuf.descriptor_pool as _descriptor_pool
import google.protobuf.message as _message

POOL: _descriptor_pool.DescriptorPool

def multicallable(
    channel: _t.Any,
    kind: str,
    path: str,
    request: type[_message.Message],
    response: type[_message.Message],
) -> _t.Any: ...
