"""Discord's refusals: HTTP status, error code, message, and the nested errors of a bad form."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
Path = tuple[str | int, ...]

THREAD_ARCHIVED = 50083


class ApiError(Exception):
    """An answer that refuses a request, in the shape Discord gives it."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        body: Json = {"message": self.message, "code": self.code}
        if self.errors:
            body["errors"] = self.errors
        return body


class Complaints:
    """Collects everything wrong with a request body, to refuse it once with all of it."""

    def __init__(self) -> None:
        self._found: list[tuple[Path, str, str]] = []

    def add(self, path: Path, code: str, message: str) -> None:
        self._found.append((path, code, message))

    def length(self, path: Path, value: object, low: int, high: int) -> None:
        """Complain unless `value` is a string of `low` to `high` characters."""
        if value is None and low > 0:
            self.add(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif value is not None and not isinstance(value, str):
            self.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        elif isinstance(value, str) and len(value) > high and low == 0:
            self.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        elif isinstance(value, str) and not low <= len(value) <= high:
            self.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")

    def number(self, path: Path, value: object, low: float, high: float) -> None:
        """Complain unless `value` is None or a number from `low` to `high`."""
        if value is None:
            return
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
        elif value < low:
            self.add(
                path,
                "NUMBER_TYPE_MIN",
                f"int value should be greater than or equal to {low:g}.",
            )
        elif value > high:
            self.add(
                path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {high:g}."
            )

    def raise_if_any(self) -> None:
        if self._found:
            raise ApiError(400, 50035, "Invalid Form Body", self._nested())

    def _nested(self) -> Json:
        tree: Json = {}
        for path, code, message in self._found:
            node = tree
            for step in path:
                node = node.setdefault(str(step), {})
            node.setdefault("_errors", []).append({"code": code, "message": message})
        return tree


def flat_errors(errors: Json, prefix: str = "") -> list[tuple[str, str, str]]:
    """The nested errors as (dotted path, code, message), for people to read."""
    rows: list[tuple[str, str, str]] = []
    for key, value in errors.items():
        if key == "_errors":
            rows.extend((prefix, str(e["code"]), str(e["message"])) for e in value)
        elif isinstance(value, dict):
            rows.extend(flat_errors(value, f"{prefix}.{key}" if prefix else key))
    return rows


def unknown(what: str) -> ApiError:
    """404 with the code Discord has for each kind of missing thing."""
    codes = {
        "Application": 10002,
        "Channel": 10003,
        "Guild": 10004,
        "Member": 10007,
        "Message": 10008,
        "User": 10013,
        "Webhook": 10015,
        "interaction": 10062,
        "application command": 10063,
    }
    return ApiError(404, codes[what], f"Unknown {what}")


def missing_access() -> ApiError:
    return ApiError(403, 50001, "Missing Access")


def missing_permissions() -> ApiError:
    return ApiError(403, 50013, "Missing Permissions")


def thread_archived() -> ApiError:
    return ApiError(400, THREAD_ARCHIVED, "Thread is archived")
