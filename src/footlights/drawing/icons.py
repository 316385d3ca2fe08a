"""Small line pictures: SVG path letters in a box of 12 by 12, drawn as a 1.2 px stroke with round ends and no fill."""

__all__ = ["ICONS", "icon_for"]

ICONS = {
    # who, with what, how
    "person": "M6 6a2.3 2.3 0 1 0 0-4.6a2.3 2.3 0 0 0 0 4.6zM1.8 11c.3-2.6 2-3.8 4.2-3.8s3.9 1.2 4.2 3.8",
    "system": "M1.5 2h9v6.2h-9zM4 10.8h4M6 8.2v2.6",
    "gear": "M6 4.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 0 0 0-3.6zM6 1v1.6M6 9.4V11M1 6h1.6M9.4 6H11M2.5 2.5l1.1 1.1M8.4 8.4l1.1 1.1M9.5 2.5L8.4 3.6M3.6 8.4L2.5 9.5",
    "clock": "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM6 3.4V6l1.8 1.2",
    # channels
    "phone": "M2.2 1.6l1.9-.3l1.2 2.6l-1.1 1c.6 1.3 1.6 2.3 2.9 2.9l1-1.1l2.6 1.2l-.3 1.9c-.1.5-.5.9-1 .9C5.400 10.700 1.300 6.600 1.300 2.600c0-.5.4-.9.9-1z",
    "mail": "M1.200 2.500h9.600v7h-9.600zM1.200 3l4.800 3.600l4.800-3.600",
    "web": "M6 1.200a4.800 4.800 0 1 0 0 9.600a4.800 4.800 0 0 0 0-9.600zM1.200 6h9.600M6 1.200c-3 3-3 6.600 0 9.600M6 1.200c3 3 3 6.600 0 9.600",
    "app": "M3.500 1h5v10h-5zM5.400 9.400h1.200",
    "desk": "M1 4.500h10M2 4.500v6M10 4.500v6M4.200 4.500v-2.700h3.600v2.700",
    "chat": "M1.200 2h9.600v6.200h-5.400l-2.400 2.300v-2.300h-1.800z",
    "letter": "M2.500 1h7v10h-7zM4.200 3.500h3.600M4.200 5.700h3.600M4.200 7.900h2",
    "door": "M2.500 11v-10h6v10M1 11h10M6.800 6.200v.3",
    "visit": "M6 11c2.700-2.900 3.800-4.700 3.800-6.300a3.800 3.800 0 0 0-7.600 0c0 1.600 1.100 3.400 3.800 6.300zM6 3.500a1.300 1.300 0 1 0 0 2.600a1.300 1.300 0 0 0 0-2.600z",
    "video": "M1 3h6.500v6h-6.500zM7.500 5.300l3.500-1.800v5l-3.500-1.800",
    "talk": "M1.200 2h9.600v6.200h-5.400l-2.400 2.300v-2.300h-1.800z",
    # rows
    "evidence": "M1 6c2.700-4.700 7.300-4.700 10 0c-2.700 4.700-7.300 4.700-10 0zM6 4.400a1.600 1.600 0 1 0 0 3.200a1.600 1.600 0 0 0 0-3.200z",
    "customer": "M6 6a2.300 2.300 0 1 0 0-4.600a2.300 2.300 0 0 0 0 4.600zM1.800 11c.3-2.600 2-3.800 4.200-3.800s3.900 1.200 4.200 3.800",
    "emotion": "M6 1.200a4.800 4.800 0 1 0 0 9.600a4.800 4.800 0 0 0 0-9.600zM4.300 4.700v.3M7.700 4.700v.3M3.700 7.200c1.200 1.600 3.400 1.600 4.600 0",
    "frontstage": "M1.200 1.500h9.600M2 1.500c0 4-.3 6-.8 8.500c2-.6 3-3.500 3.300-8.500M10 1.500c0 4 .3 6 .8 8.500c-2-.6-3-3.500-3.300-8.500",
    "backstage": "M1.500 9.500h9M2.500 9.500v-6h7v6M4.500 6h3M4.500 7.700h3",
    "support": "M1.500 3.200h9v2.300h-9zM1.500 7h9v2.300h-9zM3.200 4.350h.1M3.200 8.150h.1",
    "policy": "M6 1v10M2 3.200h8M2 3.200l-1.200 3.300h2.400zM10 3.200l-1.200 3.300h2.400zM3.800 11h4.400",
    "metric": "M1.200 11h9.600M2.800 11v-4M6 11v-8M9.200 11v-5.500",
    "note": "M1.800 1.500h8.400v6.200l-2.800 2.800h-5.600zM10.200 7.700h-2.800v2.800",
    "time": "M6 1.200a4.800 4.800 0 1 0 0 9.600a4.800 4.800 0 0 0 0-9.600zM6 3.400v2.600l1.800 1.200",
    "touchpoint": "M6 4.400a1.600 1.600 0 1 0 0 3.200a1.600 1.600 0 0 0 0-3.200zM6 1.200a4.800 4.800 0 1 0 0 9.600a4.800 4.800 0 0 0 0-9.600z",
    "star": "M6 1l1.500 3.300l3.500.4l-2.600 2.400l.7 3.600l-3.100-1.800l-3.100 1.800l.7-3.600l-2.600-2.400l3.500-.4z",
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
