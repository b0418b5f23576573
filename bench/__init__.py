"""How fast is Putright, side by side with others and with the least that the same work can cost?"""
