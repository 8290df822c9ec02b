"""Sport, markets, weather, idiom and analysis: pages full of strikes, attacks and rallies that are no events."""

from batches import read_texts
from newsledger import Reader

SENTENCES = """
The striker beat two defenders and fired the ball into the net.
United won the derby 3-1 on Saturday after a late attack down the left.
The captain missed a penalty in the shootout and the visitors lost the final.
Rivers, 24, served twelve aces in her fight back from a set down.
The coach called the second half a battle of nerves.
The home side defended well but were killed off by two late goals.
The bowler struck twice before lunch on the second day of the Test.
The champion withdrew from the tournament with a sore knee.
Her sprint broke the record that had stood since the spring.
The cyclists attacked on the last climb, with the leader on their wheel.
The goalkeeper stopped three shots in the first ten minutes.
The team marched on to the semi-finals without dropping a set.
The pitcher threw seven innings and gave up one run.
Fans cheered as the rookie scored from the halfway line.
The boxer was knocked out in the fourth round.
Shares in the retailer fell 4 percent in early trading.
The index rallied after a weak start to the week.
Oil climbed above 80 dollars a barrel on hopes of lower output.
The bank cut its forecast for growth next year.
Bond yields retreated as traders took profits.
The chip maker beat estimates for the third quarter in a row.
The airline's profit warning hit the whole sector.
Copper came under pressure from a stronger dollar.
The pound traded near its lowest level since March.
Investors are betting on a soft landing.
The fund sold its stake to a rival for an undisclosed sum.
Demand for new cars remained weak through the summer.
Gold lost its shine as yields went up.
Rain will move in from the west overnight.
A cold front brings strong winds to the coast on Friday.
Temperatures will climb to 31 degrees by Sunday.
Fog is expected along the river in the morning.
Forecasters warned of icy roads in the hills.
The heat will break on Tuesday with showers and thunder.
A high pressure system keeps the valley dry.
Snow blanketed the passes above 2,000 metres.
The wind dropped and the clouds cleared by noon.
Spring arrived three weeks early this year.
The play opens with a storm and ends with a wedding.
Her new album was released to warm reviews.
The film tells the story of a family at war with itself.
The novel attacks the vanity of its age.
Critics praised the soprano's clear upper notes.
The chef defends the humble turnip.
The exhibition runs until the end of August.
The question is a time bomb for any planner.
He pulled the plug on the old printer.
The idea died a quiet death.
She fought back tears as the curtain fell.
The debate has been raging among gardeners for decades.
It was a case of too many cooks.
The plan hit a wall.
History suggests that such booms seldom last.
Small towns have more to lose than large ones.
The numbers tell a different story.
Economists disagree about the reasons.
Trust takes years to build and a day to lose.
The real test is whether habits change.
A good map is worth a thousand words.
Nothing in the chart explains the gap between the two lines.
"""


def test_sentences_about_no_public_affair_have_hardly_an_event(reader: Reader) -> None:
    sentences = SENTENCES.strip().splitlines()

    read = read_texts(reader, sentences)
    coded = [sentence for sentence, record in zip(sentences, read, strict=True) if record.events]

    assert len(sentences) == 60
    assert len(coded) <= 2
