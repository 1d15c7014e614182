"""Files on their way into messages, and the components that show them."""

from __future__ import annotations

import mimetypes
import struct
from dataclasses import dataclass

from .errors import Json
from .model import Message
from .objects import Attachment
from .reading import walk


@dataclass(frozen=True)
class Upload:
    """A file of a multipart request."""

    filename: str
    content: bytes


Files = dict[int, Upload]


def attach(
    message: Message,
    listed: list[Json] | None,
    files: Files,
    kept: dict[int, Attachment],
) -> list[Attachment]:
    """The message's files: those `kept` that `listed` names (all without a list), and new ones."""
    world = message.channel.world
    described = {int(a["id"]): a for a in listed or []}
    attachments = [a for i, a in kept.items() if listed is None or i in described]
    for index, upload in files.items():
        about = described.get(index, {})
        attachment_id = world.ids.next()
        filename = about.get("filename") or upload.filename
        kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
        width, height = _png_size(upload.content)
        attachments.append(
            Attachment(
                id=attachment_id,
                filename=filename,
                content=upload.content,
                content_type=kind,
                url=f"{world.base_url}/attachments/{message.channel.id}/{attachment_id}/{filename}",
                description=about.get("description"),
                size=len(upload.content),
                width=width,
                height=height,
            )
        )
    return attachments


def number_components(components: list[Json]) -> None:
    """Give every component the id that Discord fills in."""
    taken = {c["id"] for c in walk(components) if c.get("id")}
    number = 0
    for component in walk(components):
        if not component.get("id"):
            number = next(n for n in range(number + 1, 1_000) if n not in taken)
            component["id"] = number


def resolve_media(components: list[Json], attachments: list[Attachment]) -> None:
    """Turn attachment:// addresses into what Discord answers with."""
    by_name = {attachment.filename: attachment for attachment in attachments}
    for component in walk(components):
        owners = component.get("items", []) or [component]
        for media in (owner[k] for owner in owners for k in ("media", "file") if owner.get(k)):
            scheme, _, name = str(media["url"]).partition("://")
            attachment = by_name.get(name) if scheme == "attachment" else None
            if attachment is not None:
                media |= {
                    "url": attachment.url,
                    "attachment_id": str(attachment.id),
                    "content_type": attachment.content_type,
                    "width": attachment.width,
                    "height": attachment.height,
                }
            media.setdefault("proxy_url", media["url"])
            media.setdefault("placeholder", "")
            media.setdefault("loading_state", 2)


def _png_size(content: bytes) -> tuple[int | None, int | None]:
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        return None, None
    width, height = struct.unpack(">II", content[16:24])
    return width, height
