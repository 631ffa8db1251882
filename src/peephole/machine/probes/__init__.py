"""Probes: what trace functions, profile functions and sys.monitoring of the guest are told.

While somebody listens, code is decoded with a *probe* before every instruction: a node whose leaf
calls it (`sites`).  A probe tells the listeners which events an instruction means (`events`), by
the rules of the version (`lines`); listeners are the functions of sys.settrace and sys.setprofile
(`functions`) and of sys.monitoring (`monitoring`).  Code without probes has no trace of them;
`switching` moves what is running from the one to the other.
"""
