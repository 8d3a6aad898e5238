"""The optional second factor of local accounts: one-time codes, recovery codes, passkeys.

The ceremonies are the sign-in library's (`allauth.mfa`). Ours is what it leaves open: secrets are
stored encrypted, codes count once in every process, tries are counted, changes are on record.
"""
