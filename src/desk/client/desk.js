// What the desk does beyond what works without a script. Everything here may be absent.
