"""Questions that the site, the commands and the review ask of the store; each file answers for one of them."""
