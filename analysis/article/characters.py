"""Characters that are no words: they stay in the text, so that offsets hold, and are read as spaces."""

import re

DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
BREAKING = (0x200B, 0x2060, 0xFEFF)
PICTURES = (*range(0x1F000, 0x1FB00), 0xFE0E, 0xFE0F, 0x200D)  # emoji, and what varies and joins them

MARKS = str.maketrans(dict.fromkeys((*DIRECTION, *BREAKING), " "))
MARKS_AND_PICTURES = MARKS | str.maketrans(dict.fromkeys(PICTURES, " "))

# what turns the words around it, too: in their place in a page stands a space without width
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

# what neither HTML nor XML can hold
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
