"""What the generated modules stand on: a descriptor pool of our own, and the classes made from it.

The default pool is one per process, and a second registration of a file that differs at all raises
there. A pool of our own lets these modules live beside any other stubs of the same interfaces,
whatever their version and the order of the imports. Names on the wire stay what they are.

``tools/generate.py`` copies this file to ``generated/ycgrpc_pb/_runtime.py``: edit it in ``tools/``.
"""

from __future__ import annotations

import copyreg
import importlib
from collections.abc import Mapping
from typing import Any

import grpc
from google.protobuf import descriptor_pool, message, reflection
from google.protobuf.internal import enum_type_wrapper

POOL: Any = descriptor_pool.DescriptorPool()


def add_file(name: str, serialized: bytes) -> Any:
    """Register a serialized FileDescriptorProto in the pool and return its descriptor."""
    POOL.AddSerializedFile(serialized)
    return POOL.FindFileByName(name)


def populate(namespace: dict[str, Any], file: Any) -> None:
    """Put the enums, extensions and messages of a file into a module's namespace."""
    for name, enum in file.enum_types_by_name.items():
        namespace[name] = enum_type_wrapper.EnumTypeWrapper(enum)
        namespace.update((value.name, value.number) for value in enum.values)
    namespace.update(file.extensions_by_name)
    for name, descriptor in file.message_types_by_name.items():
        namespace[name] = _message(descriptor, namespace["__name__"], name)


def _message(descriptor: Any, module: str, qualname: str) -> Any:
    namespace: dict[str, Any] = {
        name: _message(nested, module, f"{qualname}.{name}")
        for name, nested in descriptor.nested_types_by_name.items()
    }
    for name, enum in descriptor.enum_types_by_name.items():
        namespace[name] = enum_type_wrapper.EnumTypeWrapper(enum)
    namespace.update(DESCRIPTOR=descriptor, __module__=module, __qualname__=qualname)
    cls: Any = reflection.GeneratedProtocolMessageType(
        descriptor.name, (message.Message,), namespace
    )
    # pickle would look the class up by its short name, which a nested message is not found under.
    copyreg.pickle(cls, _reduce)
    return cls


def _reduce(value: message.Message) -> tuple[Any, ...]:
    cls = type(value)
    return _rebuild, (cls.__module__, cls.__qualname__, value.SerializePartialToString())


def _rebuild(module: str, qualname: str, data: bytes) -> Any:
    cls: Any = importlib.import_module(module)
    for name in qualname.split("."):
        cls = getattr(cls, name)
    return cls.FromString(data)


def multicallable(channel: Any, kind: str, path: str, request: Any, response: Any) -> Any:
    """Return the callable of one method on a channel, sync or asyncio.

    Not as a registered method, which spares no measurable time and on a closed channel ends the
    process: seen with grpcio 1.85.
    """
    return getattr(channel, kind)(
        path,
        request_serializer=request.SerializeToString,
        response_deserializer=response.FromString,
    )


def unimplemented(context: Any) -> None:
    """Refuse a call to a method that a servicer does not define."""
    context.set_code(grpc.StatusCode.UNIMPLEMENTED)
    context.set_details("Method not implemented!")
    raise NotImplementedError("Method not implemented!")


def add_service(server: Any, name: str, methods: Mapping[str, tuple[str, Any, Any, Any]]) -> None:
    """Register a servicer's methods: name -> (kind, behaviour, request class, response class)."""
    handlers = {
        method: getattr(grpc, f"{kind}_rpc_method_handler")(
            behaviour,
            request_deserializer=request.FromString,
            response_serializer=response.SerializeToString,
        )
        for method, (kind, behaviour, request, response) in methods.items()
    }
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(name, handlers),))
    if hasattr(server, "add_registered_method_handlers"):
        server.add_registered_method_handlers(name, handlers)
