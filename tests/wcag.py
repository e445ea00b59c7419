"""The success criteria of WCAG 2.2 of which we speak: number, name and level, from https://www.w3.org/TR/WCAG22/."""

CRITERIA = {
    "1.2.6": ("Sign Language (Prerecorded)", "AAA"),
    "1.2.8": ("Media Alternative (Prerecorded)", "AAA"),
    "1.4.3": ("Contrast (Minimum)", "AA"),
    "1.4.4": ("Resize Text", "AA"),
    "1.4.6": ("Contrast (Enhanced)", "AAA"),
    "1.4.10": ("Reflow", "AA"),
    "1.4.11": ("Non-text Contrast", "AA"),
    "2.1.1": ("Keyboard", "A"),
    "2.1.3": ("Keyboard (No Exception)", "AAA"),
    "2.2.1": ("Timing Adjustable", "A"),
    "2.3.2": ("Three Flashes", "AAA"),
    "2.3.3": ("Animation from Interactions", "AAA"),
    "2.4.7": ("Focus Visible", "AA"),
    "2.5.8": ("Target Size (Minimum)", "AA"),
    "3.1.5": ("Reading Level", "AAA"),
    "3.2.2": ("On Input", "A"),
    "3.3.1": ("Error Identification", "A"),
    "4.1.3": ("Status Messages", "AA"),
}
