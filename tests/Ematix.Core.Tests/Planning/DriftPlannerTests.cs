using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Tests.Planning;

/// <summary>What is renamed, in which order, and what is wide enough: pure functions of a view and a table.</summary>
public sealed class DriftPlannerTests
{
    [Fact]
    public void A_table_as_the_view_says_has_no_difference() => Assert.Empty(DriftPlanner.Compare(View(("a", null)), Table("a")));

    [Fact]
    public void A_chain_of_renames_frees_each_name_before_it_is_taken() => Assert.Equal(
        ["RENAME COLUMN \"b\" TO \"c\"", "RENAME COLUMN \"a\" TO \"b\""],
        Evolutions(View(("b", "a"), ("c", "b")), Table("a", "b")));

    [Fact]
    public void A_chain_that_is_done_stays_done() => Assert.Empty(DriftPlanner.Compare(View(("b", "a"), ("c", "b")), Table("b", "c")));

    [Fact]
    public void A_name_that_a_rename_gave_up_can_be_a_new_column() => Assert.Equal(
        ["RENAME COLUMN \"a\" TO \"b\"", "ADD COLUMN \"a\" integer"],
        Evolutions(View(("b", "a"), ("a", null)), Table("a")));

    [Fact]
    public void Names_that_claim_each_other_end() => Assert.Equal(
        ["RENAME COLUMN \"b\" TO \"a\"", "ADD COLUMN \"b\" integer"],
        Evolutions(View(("a", "b"), ("b", "a")), Table("b")));

    [Fact]
    public void A_column_of_the_product_is_no_former_name() => Assert.Contains(
        DriftPlanner.Compare(View(("a", "valid_to")), Table()),
        difference => difference.Text == "column \"a\" (integer) is missing");

    [Fact]
    public void Actions_are_one_statement_after_the_renames()
    {
        var view = View(("b", "a"), ("c", null), ("d", null));
        var plan = EvolutionPlanner.Plan(view, DriftPlanner.Compare(view, Table("a")), []);

        Assert.Empty(plan.Refusals);
        Assert.Equal(
            ["ALTER TABLE \"s\".\"t\" RENAME COLUMN \"a\" TO \"b\"", "ALTER TABLE \"s\".\"t\"\n    ADD COLUMN \"c\" integer,\n    ADD COLUMN \"d\" integer"],
            plan.Statements);
    }

    [Theory]
    [InlineData("smallint", "integer", true)]
    [InlineData("smallint", "bigint", true)]
    [InlineData("integer", "bigint", true)]
    [InlineData("bigint", "integer", false)]
    [InlineData("integer", "numeric(10,0)", false)]
    [InlineData("integer", "double precision", false)]
    [InlineData("real", "double precision", true)]
    [InlineData("double precision", "real", false)]
    [InlineData("character varying(5)", "character varying(6)", true)]
    [InlineData("character varying(6)", "character varying(5)", false)]
    [InlineData("character varying(5)", "text", true)]
    [InlineData("character varying", "text", true)]
    [InlineData("character varying", "character varying(5)", false)]
    [InlineData("text", "character varying(5)", false)]
    [InlineData("character(5)", "text", false)]
    [InlineData("numeric(6,2)", "numeric(7,2)", true)]
    [InlineData("numeric(6,2)", "numeric(7,3)", true)]
    [InlineData("numeric(6,2)", "numeric(6,3)", false)]
    [InlineData("numeric(6,2)", "numeric(7,4)", false)]
    [InlineData("numeric(6,2)", "numeric(6,1)", false)]
    [InlineData("numeric(6,2)", "numeric(8,1)", false)]
    [InlineData("numeric", "numeric(28,10)", false)]
    [InlineData("integer[]", "bigint[]", true)]
    [InlineData("integer", "bigint[]", false)]
    [InlineData("integer[]", "bigint", false)]
    [InlineData("character varying(5)[]", "text[]", true)]
    [InlineData("numeric(6,2)[]", "numeric(7,3)[]", true)]
    [InlineData("date", "timestamp with time zone", false)]
    [InlineData("timestamp without time zone", "timestamp with time zone", false)]
    public void A_type_is_wider_where_it_holds_every_value_of_the_other(string from, string to, bool holds) => Assert.Equal(holds, Widening.Holds(from, to));

    private static IEnumerable<string> Evolutions(FeatureViewModel view, LiveTable table) =>
        DriftPlanner.Compare(view, table).Select(difference => difference.Evolution!.Sql);

    private static FeatureViewModel View(params (string Name, string? From)[] columns) => new()
    {
        Name = "t",
        Schema = "s",
        Table = "t",
        Version = "v1",
        Mode = SyncMode.Append,
        Columns = [.. columns.Select(column => new FeatureModel { Property = column.Name, Column = column.Name, Type = new(ColumnKind.Int32), IsNullable = true, RenamedFrom = column.From })],
    };

    private static LiveTable Table(params string[] columns) => new(
        [
            .. columns.Select(column => new LiveColumn(column, "integer", true)),
            new("_loaded_at", "timestamp with time zone", false),
            new("_batch_id", "uuid", false),
        ],
        [],
        []);
}
