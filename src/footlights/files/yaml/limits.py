"""How much a file may ask of us: bounds that no blueprint written by people comes near."""

#: Bytes of a file. A blueprint of 5,000 cards has about 2 million.
BYTES = 16_000_000
#: Collections inside each other. A blueprint needs nine.
DEPTH = 64
#: Scalars, mappings and sequences in a file.
NODES = 300_000
#: Uses of an anchor (`*name`) in a file; each stands for a scalar or a flat mapping.
ALIASES = 100
#: Characters of one text.
TEXT = 200_000
#: Characters of one key.
KEY = 1_000
#: Diagnostics that are kept; one more says how many there were.
DIAGNOSTICS = 200
#: Characters of the author's own words quoted in a message.
QUOTED = 60
