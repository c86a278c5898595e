"""Given names and family names that tell a person, and words that tell something else.

Made from general knowledge of names in the news; a person without any of these is still found by a title or an office.
"""

from __future__ import annotations

SURNAMES = frozenset(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương lâm mai tô đoàn trịnh
    đào hà cao lương lưu phùng tạ chu châu quách tăng tống thái triệu vương văn bạch kiều lại mạc nông tất
    thạch thân tiêu ứng đàm đồng hứa khổng khúc kim tôn lục ôn tập tần đới giang mã trì
    """.split()
)
"""Vietnamese family names, and Chinese ones in their Vietnamese reading."""

OF_VIETNAM = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô đinh trịnh đoàn mai phùng lâm".split()
)
"""Family names of Vietnam that Chinese names in Vietnamese reading seldom have."""

GIVEN = frozenset(
    """
    aaron abdel abdul abdullah abraham adam adel adrian ahmad ahmed akbar alain alan albert alberto alejandro
    aleksandr alex alexander alexandra alexei alfred ali alice alistair allan allen amir amy ana anatoly
    anders andre andrea andreas andrei andrew andrey andrzej angel angela ann anna anne anthony antonio antony
    arthur ashraf ashton barack barbara bashar ben benedict benjamin bernard bernd bertie bill bob boris
    boutros brad brandon brendan brent brian bruce bruno carl carla carlos carol caroline catherine cecilia
    charles charlie cheryl chris christian christina christine christopher claire claude claudia clinton colin
    condoleezza craig cristina cynthia dan daniel david dean deborah denis dennis derek diana dick diego
    dieter dimitri dmitri dmitry dominique don donald dora doris douglas duncan edgar eduard edward ehud elena
    elias elizabeth emanuel emma emmanuel enrique eric erik ernesto eugene evan eva evo felipe felix fernando
    fidel florian frances francesco francis francisco franco francois frank frans fred frederic friedrich
    gabriel gary gavin gennady geoffrey geoff george georges gerald gerard gerhard gerry giorgio giovanni
    giulio glenn gloria gordon graham greg gregory guido gustavo guy hamid hans harold harry harvey hashim
    hassan heather helen helmut henri henrik henry herman hillary hosni howard hugo hussein ian ibrahim igor
    ilan imran irina isabel ismail ivan jack jacob jacques jaime jake james jan jane janet jason javier jay
    jean jeff jeffrey jennifer jens jeremy jerry jesus jim jimmy joachim joan joe joel johan johannes john
    johnny jon jonathan jorge jose josef joseph joschka joshua juan judith julia julian julie justin karen
    karin karl kate katherine kathleen keith kelly ken kenneth kevin khaled klaus kofi kurt larry laura lars
    laurent lawrence lech leo leon leonid leslie lewis lisa louis luc luis luiz luca lynn mahmoud manuel marc
    marcel marco marcus maria marie mario marion mark marko martha martin mary matt matthew maurice max megan
    mehmet melissa michael michel michele michelle miguel mike mikhail milan mitchell mohamed mohammad
    mohammed mohamad morgan muhammad mustafa nabil nancy naomi natalia nathan neil nelson nicholas nick nicola
    nicolas nikolai nikolay nina noam noel nouri oleg olga oliver olivier omar oscar osama otto pablo pat
    patricia patrick paul paula pavel pedro perez pervez peter phil philip philippe pierre rafael rafiq rachel
    raul ray raymond rebecca recep richard rick robert roberto robin rodrigo roger roman ron ronald rosa roy
    rupert russell ruth ryan sam samuel sandra sara sarah scott sean sebastian serge sergei sergey sergio seth
    sharon shimon silvio simon sonia stanislav stefan stephane stephanie stephen steve steven stuart susan
    sven sylvia tariq ted teresa terry theresa thomas tim timothy tobias todd tom tony tzipi urs ursula valery
    vanessa vicente victor viktor vincent vladimir vyacheslav walter wayne wendy werner will william willy
    wolfgang yasser yasir yitzhak yoko yuri yulia yves zbigniew shinzo junichiro taro yasuo yukio naoto fumio
    toshimitsu shigeru hiroshi kenji takeshi akira kim park lee
    abbas abdallah abdelaziz abdulaziz adnan ahmet akhtar alaa alaeddin alassane alberta aleksei alfonso alvaro amal amin
    amr andrés anis anwar arif arturo asif atef ayman aziz babak badr baha bakr basil bilal bassam behzad cengiz dariusz
    dawood dmytro edmund emre erdem fahd fahmi faisal farid farouk fatih fatima fawaz faysal fouad fuad ghassan gideon
    habib haidar hakan hakim hamad hamdi hamza haris hashem hayder hazem heinz hisham ibrahima idris ignacio ihsan ilham
    imad ingrid ismael issa iyad jalal jamal jamil javad jawad jibril jihad jiri juha jurgen kamal kareem karim kemal
    khalid khalil krzysztof leila leonardo ljubisa lubna lukas luca magnus mahdi maher mahmud majid malik mansour marek
    marwan masoud massoud mateusz mazen mehdi mihail mikael mirko mohsen mohsin moshe mounir mourad moussa muammar
    mubarak mukhtar munir murad musa mustapha nabih nadia naguib najib nasser natalya nawaf nawaz nayef nazir nizar
    oleksandr oleksander ömer osman pascal petr petro rached rafik rahim raja rajiv ramón ramzi rashid rauhi riad ricardo
    rinat rynat roza ruslan rustam saad saeed said saif salah saleh salem salim salman sami samir saud sayed selim serhiy
    shahid shaul sheikh silvan slobodan sulaiman suleiman syed tahir talal tarek tayyip thorsten uday umar usman valentin
    valentina vasily viktoria vitaly vojislav volodymyr wael walid yahya yair yaser yevgeny yousef youssef yusuf zakaria
    zalmay zeev ziad zoran
    """.split()
)
"""Given names (normal forms) of people in world news, and Korean family names."""

NOT_PERSON = frozenset(
    """
    bộ trường sở đh đhqg hđqt ubnd gtvt hđnd thpt thcs bch ban đảng quốc ủy viện cục tập đoàn công ty tphcm
    university group party street news times post bank airlines airways house center centre court council
    union international national inc corp city island beach sea river airport tv radio press agency club
    united school college institute museum hotel tower square bridge road north south east west new san los
    las santa saint st mount lake bay journal daily guardian telegraph mail independent reuters airbus boeing
    toyota samsung apple google facebook twitter microsoft world cup league open olympic grand prix award
    prize festival air force army navy foundation fund society association network media company motors
    electronics entertainment studio studios records instruments technologies semiconductor petroleum pharma foods pictures films
    """.split()
)
"""Words of firms, offices, places and things: a run with one of them names no person unless a title says so."""

FIRMS = frozenset(
    "airlines airways air airport bank motor motors group corp corporation inc telecom express post news times united".split()
)
"""What makes a firm of the country or the name before it: "Vietnam Airlines", "China Telecom"."""

ALSO_GIVEN = frozenset("quốc trường công viện đoàn ty".split())
"""Of ``NOT_PERSON``: given names where a family name or an address stands before them."""

KNOWN_FIRMS = frozenset(
    """
    samsung lg hyundai lotte posco kepco doosan hanwha toyota honda sony panasonic canon hitachi toshiba nissan mitsubishi
    sumitomo mitsui marubeni itochu aeon keidanren jetro jica apple google facebook meta microsoft amazon intel nvidia tesla
    spacex boeing airbus exxonmobil chevron huawei foxconn alibaba tencent nokia siemens bosch nestle unilever heineken
    gazprom rosatom rosneft zarubezhneft petronas temasek capitaland citibank hsbc pfizer astrazeneca openai
    """.split()
)
"""Firms and their associations that stand between an office and a name: "CEO Nvidia …", "Chủ tịch Keidanren …"."""
