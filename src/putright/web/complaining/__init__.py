"""Which questions is a person asked who makes a complaint, and how do their answers become one?"""
