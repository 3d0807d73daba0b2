"""Messages as the REST API writes them: protobuf's JSON mapping, with the empty fields."""

from __future__ import annotations

from collections.abc import Iterable

from google.protobuf.message import Message


def json_object(message: Message) -> str:
    """Return a message as a JSON object."""
    return _dumps(_fields(message))


def json_lines(messages: Iterable[Message]) -> str:
    """Return streamed messages as the REST API does: ``{"result": {...}}``, a line each."""
    return "\n".join(_dumps({"result": _fields(message)}) for message in messages)


def _fields(message: Message) -> dict[str, object]:
    from google.protobuf import json_format  # not everybody wants JSON: import it late

    def fields() -> dict[str, object]:
        return json_format.MessageToDict(message, always_print_fields_with_no_presence=True)

    try:
        return fields()
    except TypeError:  # an `Any` of a type that nobody has loaded: the details of an error
        from google.rpc import error_details_pb2

        assert error_details_pb2.DESCRIPTOR  # to load it is all that is needed
        return fields()


def _dumps(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
