"""A resident asks for a hand, a volunteer gives it: area and need before, the address only after."""
