"""The order of the stages, on one screen. Nouns in, nouns out; nothing is saved or fetched here.

    capture --reader.read--> reading --events.date_page--> dated articles
            --events.find_told--> who met whom, who said what
            --stories.find_section, stories.make_features--> what placing needs (stored with its version)
            --stories.Index.place--> copy group and story --stories.Threads.tie--> thread

``prepare`` is everything that looks at one capture alone: pure, the heavy part, run in as many processes as there are.
Placing is one ordered stream over ``stories.Index``; ``desk`` drives it and saves each step with its reasons.
"""
