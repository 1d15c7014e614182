"""Discord's rules for messages and for autocomplete choices."""

from __future__ import annotations

from collections.abc import Collection

from .component_limits import check_message_components
from .errors import ApiError, Complaints, Json, Path
from .model import FLAG_COMPONENTS_V2
from .reading import TEXT_DISPLAY, walk

CONTENT = 2_000
EMBEDS = 10
EMBED_TOTAL = 6_000
ATTACHMENTS = 10
ATTACHMENT_BYTES = 10 * 1024 * 1024
NONCE = 25
PROCESSED_BYTES = 10_170
TEXT_OVERHEAD = 12
CHOICES = 25
CHOICE_TEXT = 100


def check_message(
    content: str,
    embeds: list[Json],
    components: list[Json],
    flags: int,
    *,
    filenames: Collection[str],
    sizes: Collection[int],
    extra: Json,
) -> None:
    """Raise ApiError unless Discord would take a message that looks like this.

    `extra` holds the request's other fields: nonce, attachments, allowed_mentions, poll, ...
    """
    if any(size > ATTACHMENT_BYTES for size in sizes):
        raise ApiError(413, 40005, "Request entity too large")
    complaints = Complaints()
    v2 = bool(flags & FLAG_COMPONENTS_V2)
    used = {
        "content": content,
        "embeds": embeds,
        "poll": extra.get("poll"),
        "sticker_ids": extra.get("sticker_ids"),
    }
    for name in (name for name, value in used.items() if v2 and value):
        complaints.add(
            (name,),
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
        )
    complaints.length(("content",), content, 0, CONTENT)
    _check_embeds(embeds, complaints)
    check_message_components(components, complaints, v2=v2, filenames=filenames)
    _check_fields(extra, len(sizes), complaints)
    complaints.raise_if_any()
    _check_processed_size(components)
    shown = components if v2 else content.strip() or embeds or filenames or extra.get("poll")
    if not shown:
        raise ApiError(400, 50006, "Cannot send an empty message")


def _check_processed_size(components: list[Json]) -> None:
    """Discord fails on text that is short in characters but long in UTF-8: a fault of its API."""
    texts = [c["content"].encode() for c in walk(components) if c["type"] == TEXT_DISPLAY]
    if sum(map(len, texts)) + TEXT_OVERHEAD * len(texts) > PROCESSED_BYTES:
        raise ApiError(500, 0, "500: Internal Server Error")


def _check_fields(extra: Json, file_count: int, complaints: Complaints) -> None:
    if extra.get("nonce") is not None:
        complaints.length(("nonce",), str(extra["nonce"]), 0, NONCE)
    if file_count > ATTACHMENTS:
        complaints.add(
            ("attachments",), "BASE_TYPE_MAX_LENGTH", f"Must be {ATTACHMENTS} or fewer in length."
        )
    for index, attachment in enumerate(extra.get("attachments") or []):
        where: Path = ("attachments", index, "description")
        complaints.length(where, attachment.get("description"), 0, 1_024)
    allowed = extra.get("allowed_mentions") or {}
    for kind in ("users", "roles"):
        if kind in (allowed.get("parse") or []) and allowed.get(kind):
            complaints.add(
                ("allowed_mentions",),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )
        if len(allowed.get(kind) or []) > 100:
            complaints.add(
                ("allowed_mentions", kind),
                "BASE_TYPE_MAX_LENGTH",
                "Must be 100 or fewer in length.",
            )


def _check_embeds(embeds: list[Json], complaints: Complaints) -> None:
    if len(embeds) > EMBEDS:
        complaints.add(("embeds",), "BASE_TYPE_MAX_LENGTH", f"Must be {EMBEDS} or fewer in length.")
    total = 0
    for index, embed in enumerate(embeds):
        fields = embed.get("fields") or []
        texts: list[tuple[Path, str | None, int]] = [
            (("title",), embed.get("title"), 256),
            (("description",), embed.get("description"), 4_096),
            (("footer", "text"), (embed.get("footer") or {}).get("text"), 2_048),
            (("author", "name"), (embed.get("author") or {}).get("name"), 256),
        ]
        for number, row in enumerate(fields):
            texts += [
                (("fields", number, "name"), row.get("name"), 256),
                (("fields", number, "value"), row.get("value"), 1_024),
            ]
        if len(fields) > 25:
            complaints.add(
                ("embeds", index, "fields"),
                "BASE_TYPE_MAX_LENGTH",
                "Must be 25 or fewer in length.",
            )
        for path, text, most in texts:
            complaints.length(("embeds", index, *path), text, 0, most)
            total += len(text or "")
    if total > EMBED_TOTAL:
        complaints.add(
            ("embeds",),
            "MAX_EMBED_SIZE_EXCEEDED",
            f"Embed size exceeds maximum size of {EMBED_TOTAL}",
        )


def check_choices(choices: list[Json]) -> None:
    """Raise ApiError unless Discord would take these autocomplete choices."""
    complaints = Complaints()
    if len(choices) > CHOICES:
        complaints.add(
            ("data", "choices"), "BASE_TYPE_MAX_LENGTH", f"Must be {CHOICES} or fewer in length."
        )
    for index, choice in enumerate(choices):
        path = ("data", "choices", index)
        complaints.length((*path, "name"), choice.get("name"), 1, CHOICE_TEXT)
        if isinstance(choice.get("value"), str) or choice.get("value") is None:
            complaints.length((*path, "value"), choice.get("value"), 1, CHOICE_TEXT)
    complaints.raise_if_any()
