"""Characters that are no words: they stay in the text, so that offsets hold, and are read as spaces."""

DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
BREAKING = (0x200B, 0x2060, 0xFEFF)
PICTURES = (*range(0x1F000, 0x1FB00), 0xFE0E, 0xFE0F, 0x200D)  # emoji, and what varies and joins them

MARKS = str.maketrans(dict.fromkeys((*DIRECTION, *BREAKING), " "))
MARKS_AND_PICTURES = MARKS | str.maketrans(dict.fromkeys(PICTURES, " "))
