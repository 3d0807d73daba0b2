"""The tree of errors: complete, picklable, and each says what to do."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any

import grpc
import pytest
from google.rpc.error_details_pb2 import RetryInfo

from ycgrpc import errors

CLASSES = [value for name, value in sorted(vars(errors).items()) if name in errors.__all__]
CALLS = [cls for cls in CLASSES if issubclass(cls, errors.RpcError)]
VIOLATION = errors.Violation("specs[2].content", "at most 5 bytes", "6")
ADVICE: dict[type[errors.RpcError], str] = {
    errors.DeadlineExceeded: "timeout=",
    errors.Internal: "request id",
    errors.OutcomeUnknown: "on_unknown='resubmit'",
    errors.PermissionDenied: "roles",
    errors.ResourceExhausted: "quota",
    errors.Unauthenticated: "key or token",
    errors.Unavailable: "address",
    errors.Unimplemented: "endpoint",
}


def made(cls: type[errors.Error]) -> Any:
    """An error with all that it can hold."""
    if cls is errors.InvalidRequest:
        return errors.InvalidRequest([VIOLATION])
    if issubclass(cls, errors.RpcError):
        return cls(
            grpc.StatusCode.INTERNAL,
            "the text.",
            (RetryInfo(),),
            method="/a.Service/Method",
            target="host:443",
            request_id="one",
            server_trace_id="two",
            client_request_id="three",
            retry_after=1.5,
        )
    if cls is errors.OperationFailed:
        return errors.OperationFailed("one", grpc.StatusCode.INTERNAL, "the text", (RetryInfo(),))
    if cls is errors.OperationTimeout:
        return errors.OperationTimeout(["one", "two"], 1.5)
    return cls("the text")


def pickled(error: errors.Error) -> Any:
    """The error after a trip through pickle, as between processes."""
    return pickle.loads(pickle.dumps(error))


def tree(cls: type) -> list[str]:
    """The classes below one, drawn as the docstring of the module draws them."""
    below: list[type] = sorted(cls.__subclasses__(), key=lambda child: child.__name__)
    drawn: list[str] = []
    for child in below:
        last = child is below[-1]
        drawn.append(f"{'└' if last else '├'}── {child.__name__}")
        drawn += [f"{' ' if last else '│'}   {line}" for line in tree(child)]
    return drawn


def test_the_tree_is_drawn_as_it_is() -> None:
    assert errors.__doc__
    drawing = errors.__doc__.partition("Error:\n")[2].partition("\n\n")[0].splitlines()
    heads = [line[4:].partition("── ") for line in drawing]
    assert [f"{lines}{branch}{rest.split()[0]}" for lines, branch, rest in heads] == tree(
        errors.Error
    )


def test_the_tree() -> None:
    assert tree(errors.Error) == [
        "├── ConfigurationError",
        "├── CredentialsError",
        "│   └── CredentialsUnavailable",
        "├── InvalidRequest",
        "├── ObjectStorageError",
        "├── OperationFailed",
        "├── OperationTimeout",
        "├── RpcError",
        "│   ├── Cancelled",
        "│   ├── DeadlineExceeded",
        "│   ├── FailedPrecondition",
        "│   ├── Internal",
        "│   ├── InvalidArgument",
        "│   ├── NotFound",
        "│   ├── OutOfRange",
        "│   ├── OutcomeUnknown",
        "│   ├── PermissionDenied",
        "│   ├── ResourceExhausted",
        "│   ├── Unauthenticated",
        "│   ├── Unavailable",
        "│   └── Unimplemented",
        "├── StreamInterrupted",
        "└── UnexpectedResponse",
    ]


def test_all_is_exported() -> None:
    public = {
        name
        for name, value in vars(errors).items()
        if inspect.isclass(value) and value.__module__ == errors.__name__
    }
    assert set(errors.__all__) == public


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if cls is not errors.Violation])
@pytest.mark.parametrize("again", [pickled, copy.copy])
def test_errors_survive_pickle_and_copy(cls: type[errors.Error], again: Any) -> None:
    error = made(cls)
    returned = again(error)
    assert type(returned) is cls
    assert str(returned) == str(error)
    assert vars(returned) == vars(error)


@pytest.mark.parametrize("cls", CALLS)
def test_an_error_of_a_call_says_all(cls: type[errors.RpcError]) -> None:
    text = str(made(cls))
    assert text.startswith("INTERNAL: the text")
    assert text.endswith("(Service/Method, at host:443, request id one, client request id three)")
    assert ADVICE.get(cls, "") in text
    assert ".." not in text


def test_an_error_of_a_call_may_know_nothing() -> None:
    assert str(errors.RpcError(grpc.StatusCode.UNKNOWN, "text")) == "UNKNOWN: text"


def test_violations_are_told_one_by_one() -> None:
    error = errors.InvalidRequest([VIOLATION, errors.Violation("model", "is required")])
    assert str(error) == "specs[2].content: at most 5 bytes, found 6; model: is required"
    assert error.violations == (VIOLATION, errors.Violation("model", "is required"))


@pytest.mark.parametrize("cls", CLASSES)
def test_each_class_says_what_it_is(cls: type) -> None:
    assert cls.__doc__
