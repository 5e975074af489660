using Chancery.Record;
using Chancery.Record.Entities;
using Chancery.Record.Findings;

namespace Chancery.Tests.Record.Entities;

public sealed class EntityLinkerTests
{
    private static readonly Report A = Sample.Report("a.txt", "Sergey Lavrov and Anna Petrova met. Petrova and Lavrov agreed. Russia and Taliban, John Petrova too.");
    private static readonly Report B = Sample.Report("b.txt", "Lavrov spoke for Russian Federation. Sergey Lavrov left. Petrova stayed, the Taliban came.");

    private static string[][] Clusters(params Entity[] entities) =>
        [.. EntityLinker.Link(entities).Ids.GroupBy(pair => pair.Value).Select(group => group.Select(pair => pair.Key).Order(StringComparer.Ordinal).ToArray())];

    [Fact]
    public void Equal_full_names_are_one_across_reports()
    {
        var (left, right) = (A.Names("Sergey Lavrov", country: "RUS"), B.Names("Sergey Lavrov"));
        var entity = Assert.Single(EntityLinker.Link([left, right]).Entities);
        Assert.Equal(("Sergey Lavrov", "RUS", 2), (entity.Name, entity.Country, entity.Evidence.Count));
        Assert.Null(entity.Report);
    }

    [Fact]
    public void Surname_joins_the_only_full_name_that_ends_with_it()
    {
        var entity = Assert.Single(EntityLinker.Link([A.Names("Sergey Lavrov"), B.Names("Lavrov")]).Entities);
        Assert.Equal(["Sergey Lavrov", "Lavrov"], entity.Names);
    }

    [Fact]
    public void Surname_that_could_be_two_people_joins_neither() =>
        Assert.Equal(3, Clusters(A.Names("Anna Petrova"), A.Names("John Petrova"), B.Names("Petrova")).Length);

    [Fact]
    public void Equal_names_of_two_countries_stay_two() =>
        Assert.Equal(2, Clusters(A.Names("Sergey Lavrov", country: "RUS"), B.Names("Sergey Lavrov", country: "BGR")).Length);

    [Fact]
    public void States_are_one_by_their_code() =>
        Assert.Single(Clusters(A.Names("Russia", "state", "RUS"), B.Names("Russian Federation", "state", "RUS")));

    [Fact]
    public void Different_types_stay_apart() =>
        Assert.Equal(2, Clusters(A.Names("Taliban", "group"), B.Names("Taliban", "organisation")).Length);

    [Fact]
    public void Roles_are_joined_with_their_first_and_last_day()
    {
        var left = A.Names("Sergey Lavrov", roles: new RoleHeld("foreign minister", "RUS", Sample.Day("2021-08-16"), Sample.Day("2021-08-16")));
        var right = B.Names("Sergey Lavrov", roles: new RoleHeld("Foreign Minister", "RUS", Sample.Day("2021-07-13"), null));
        var role = Assert.Single(Assert.Single(EntityLinker.Link([left, right]).Entities).Roles);
        Assert.Equal((Sample.Day("2021-07-13"), Sample.Day("2021-08-16")), (role.From, role.To));
    }

    [Fact]
    public void Order_does_not_matter()
    {
        Entity[] entities = [A.Names("Sergey Lavrov", country: "RUS"), B.Names("Sergey Lavrov"), B.Names("Lavrov"), A.Names("Anna Petrova"), A.Names("John Petrova"), B.Names("Petrova"), A.Names("Russia", "state", "RUS"), B.Names("Russian Federation", "state", "RUS")];
        var expected = EntityLinker.Link(entities);
        for (var seed = 0; seed < 30; seed++)
        {
            var links = EntityLinker.Link(entities.Shuffled(seed));
            Assert.Equal(expected.Entities, links.Entities);
            Assert.Equal(expected.Ids.OrderBy(pair => pair.Key), links.Ids.OrderBy(pair => pair.Key));
        }
    }

    [Fact]
    public void Parties_point_at_the_records_entity()
    {
        var entity = A.Names("Sergey Lavrov");
        var links = EntityLinker.Link([entity, B.Names("Lavrov")]);
        var statement = A.Says(new Party("Sergey Lavrov", entity.Id), "said", "agreed", voice: new Voice("Lavrov", entity.Id, null));
        var applied = Assert.IsType<Statement>(links.Apply(statement));
        Assert.Equal(links.Entities[0].Id, applied.Speaker!.Entity);
        Assert.Equal(links.Entities[0].Id, applied.Voice[0].Entity);
    }
}
