"""Which questions does the first administrator answer before anybody can use a new site?"""
