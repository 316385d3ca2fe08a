"""Small line pictures: SVG path letters in a box of 12 by 12, drawn as a 1.2 px stroke with round ends and no fill."""

__all__ = ["ICONS", "icon_for"]

ICONS = {
    # who, with what, how
    "person": "M6 6a2.3 2.3 0 1 0 0-4.6a2.3 2.3 0 0 0 0 4.6zM1.8 11c.3-2.6 2-3.8 4.2-3.8s3.9 1.2 4.2 3.8",
    "system": "M1.5 2h9v6.2h-9zM4 10.8h4M6 8.2v2.6",
    "gear": "M6 4.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 0 0 0-3.6zM6 1v1.6M6 9.4V11M1 6h1.6M9.4 6H11M2.5 2.5l1.1 1.1"
    "M8.4 8.4l1.1 1.1M9.5 2.5L8.4 3.6M3.6 8.4L2.5 9.5",
    "clock": "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM6 3.4V6l1.8 1.2",
    # channels
    "phone": "M2.2 1.6l1.9-.3l1.2 2.6l-1.1 1c.6 1.3 1.6 2.3 2.9 2.9l1-1.1l2.6 1.2"
    "l-.3 1.9c-.1.5-.5.9-1 .9C5.4 10.7 1.3 6.6 1.3 2.6c0-.5.4-.9.9-1"
    "z",
    "mail": "M1.2 2.5h9.6v7h-9.6zM1.2 3l4.8 3.6l4.8-3.6",
    "web": "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM1.2 6h9.6M6 1.2c-3 3-3 6.6 0 9.6M6 1.2c3 3 3 6.6 0 9.6",
    "app": "M3.5 1h5v10h-5zM5.4 9.4h1.2",
    "desk": "M1 4.5h10M2 4.5v6M10 4.5v6M4.2 4.5v-2.7h3.6v2.7",
    "chat": "M1.2 2h9.6v6.2h-5.4l-2.4 2.3v-2.3h-1.8z",
    "letter": "M2.5 1h7v10h-7zM4.2 3.5h3.6M4.2 5.7h3.6M4.2 7.9h2",
    "door": "M2.5 11v-10h6v10M1 11h10M6.8 6.2v.3",
    "visit": "M6 11c2.7-2.9 3.8-4.7 3.8-6.3a3.8 3.8 0 0 0-7.6 0c0 1.6 1.1 3.4 3.8 6.3z"
    "M6 3.5a1.3 1.3 0 1 0 0 2.6a1.3 1.3 0 0 0 0-2.6z",
    "video": "M1 3h6.5v6h-6.5zM7.5 5.3l3.5-1.8v5l-3.5-1.8",
    "talk": "M1.2 2h9.6v6.2h-5.4l-2.4 2.3v-2.3h-1.8z",
    # rows
    "evidence": "M1 6c2.7-4.7 7.3-4.7 10 0c-2.7 4.7-7.3 4.7-10 0zM6 4.4a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 0 0 0-3.2z",
    "customer": "M6 6a2.3 2.3 0 1 0 0-4.6a2.3 2.3 0 0 0 0 4.6zM1.8 11c.3-2.6 2-3.8 4.2-3.8s3.9 1.2 4.2 3.8",
    "emotion": "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM4.3 4.7v.3M7.7 4.7v.3M3.7 7.2c1.2 1.6 3.4 1.6 4.6 0",
    "frontstage": "M1.2 1.5h9.6M2 1.5c0 4-.3 6-.8 8.5c2-.6 3-3.5 3.3-8.5M10 1.5c0 4 .3 6 .8 8.5c-2-.6-3-3.5-3.3-8.5",
    "backstage": "M1.5 9.5h9M2.5 9.5v-6h7v6M4.5 6h3M4.5 7.7h3",
    "support": "M1.5 3.2h9v2.3h-9zM1.5 7h9v2.3h-9zM3.2 4.35h.1M3.2 8.15h.1",
    "policy": "M6 1v10M2 3.2h8M2 3.2l-1.2 3.3h2.4zM10 3.2l-1.2 3.3h2.4zM3.8 11h4.4",
    "metric": "M1.2 11h9.6M2.8 11v-4M6 11v-8M9.2 11v-5.5",
    "note": "M1.8 1.5h8.4v6.2l-2.8 2.8h-5.6zM10.2 7.7h-2.8v2.8",
    "time": "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM6 3.4v2.6l1.8 1.2",
    "touchpoint": "M6 4.4a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 0 0 0-3.2zM6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6z",
    "star": "M6 1l1.5 3.3l3.5.4l-2.6 2.4l.7 3.6l-3.1-1.8l-3.1 1.8l.7-3.6l-2.6-2.4l3.5-.4z",
}  # fmt: skip

_ALIASES = {
    "telephone": "phone", "call": "phone", "e-mail": "mail", "email": "mail", "website": "web", "portal": "web", "online": "web",
    "internet": "web", "mobile": "app", "sms": "chat", "whatsapp": "chat", "bot": "chat", "counter": "desk", "balie": "desk",
    "in-person": "talk", "person": "talk", "post": "letter", "paper": "letter", "home": "door", "site": "visit", "store": "door",
}  # fmt: skip


def icon_for(*names: str | None) -> str:
    """The icon that the first of these names has (also under an everyday alias), `touchpoint` when none has one."""
    for name in names:
        key = (name or "").lower()
        found = key if key in ICONS else _ALIASES.get(key)
        if found:
            return found
    return "touchpoint"
