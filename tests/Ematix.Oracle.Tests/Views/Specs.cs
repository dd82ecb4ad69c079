using Kind = Ematix.Oracle.ValueKind;

namespace Ematix.Oracle.Tests;

/// <summary>The views of this project as their authors mean them: written by hand, so that a misreading by the product shows.</summary>
internal static class Specs
{
    public static readonly ViewSpec Spend = new(
        "spend",
        [Key("UserId", "user_id", Kind.Int64), Feature("Purchases", "purchases", Kind.Int64), Feature("Average", "average", Kind.Numeric, (10, 2)), EventTime("At", "at")],
        30 * Micros.Day);

    public static readonly ViewSpec Reading = new(
        "reading",
        [Key("Site", "site", Kind.Text), Key("Sensor", "sensor", Kind.Text), EventTime("At", "at"), Feature("Value", "value", Kind.Double), Feature("Note", "note", Kind.Text)],
        null);

    public static readonly ViewSpec Cell = new(
        "cell",
        [Key("Row", "row", Kind.Int32), Key("Column", "column", Kind.Numeric, (6, 1)), EventTime("SeenAt", "seen_at")],
        (3 * Micros.Day) + 3);

    public static readonly ViewSpec Profile = new(
        "profile",
        [Key("Id", "id", Kind.Int32), Feature("City", "city", Kind.Text), NotNull(Feature("Active", "active", Kind.Boolean)), Feature("Score", "score", Kind.Double)],
        null);

    public static readonly ViewSpec Quote = new(
        "quote",
        [Key("Desk", "desk", Kind.Uuid), Key("Symbol", "symbol", Kind.Text), Feature("Bid", "bid", Kind.Numeric, (12, 3)), Feature("AskedAt", "asked_at", Kind.Instant)],
        (7 * Micros.Day) + 3);

    public static readonly ViewSpec Stock = new(
        "stock", [Key("Shelf", "shelf", Kind.Int16), Feature("Pieces", "pieces", Kind.Int32)], 36 * 3600 * Micros.Second);

    public static readonly ViewSpec Order = new(
        "order",
        [
            Key("Id", "id", Kind.Int32), Feature("State", "state", Kind.Text), EventTime("OrderedAt", "ordered_at"), Feature("Total", "total", Kind.Numeric, (9, 2)),
            NotNull(Feature("ShippedAt", "shipped_at", Kind.Instant)),
        ],
        10 * Micros.Day);

    public static readonly ViewSpec Account = new(
        "account",
        [Key("Bank", "bank", Kind.Text), Key("Number", "number", Kind.Text), Feature("Balance", "balance", Kind.Numeric, (9, 2)), Feature("Owner", "owner", Kind.Text), EventTime("At", "at")],
        null,
        TableMode.Merge);

    public static readonly ViewSpec Label = new(
        "label", [Key("Id", "id", Kind.Int64), Feature("Text", "text", Kind.Text), NotNull(Feature("Rank", "rank", Kind.Int32))], null, TableMode.Merge);

    public static readonly ViewSpec Board = new(
        "board", [Key("Place", "place", Kind.Int32), Feature("Player", "player", Kind.Text), Feature("Since", "since", Kind.Instant)], null, TableMode.Truncate);

    public static readonly ViewSpec Trace = new(
        "trace", [Key("Line", "line", Kind.Int16), Feature("Text", "text", Kind.Text), Feature("Value", "value", Kind.Double)], null, TableMode.Append);

    public static readonly ViewSpec Pulse = new(
        "pulse", [Key("Id", "id", Kind.Int32), EventTime("At", "at"), Feature("Beats", "beats", Kind.Int32)], 2 * Micros.Second);

    public static readonly ViewSpec Everything = new(
        "everything",
        [
            Key("Id", "id", Kind.Uuid),
            EventTime("At", "at"),
            Feature("Boolean", "boolean", Kind.Boolean),
            Feature("Short", "short", Kind.Int16),
            Feature("Int", "int", Kind.Int32),
            Feature("Long", "long", Kind.Int64),
            Feature("Single", "single", Kind.Single),
            Feature("Double", "double", Kind.Double),
            Feature("Number", "number", Kind.Numeric, (28, 10)),
            new("Code", new OracleColumn("code", Kind.Text) { IsNullable = true, MaxLength = 3 }),
            Feature("Text", "text", Kind.Text),
            Feature("Instant", "instant", Kind.Instant),
            Feature("Date", "date", Kind.Date),
            Feature("Time", "time", Kind.Time),
            Feature("Interval", "interval", Kind.Interval),
            Feature("Bytes", "bytes", Kind.Bytes),
            new("Tier", new OracleColumn("tier", Kind.Enum) { IsNullable = true, Members = ["Free", "Paid", "Trial"] }),
            Feature("Json", "json", Kind.Json),
            Feature("JsonText", "json_text", Kind.Json),
            new("Longs", new OracleColumn("longs", Kind.Int64) { IsNullable = true, IsArray = true, HasNullableElements = true }),
            new("Texts", new OracleColumn("texts", Kind.Text) { IsNullable = true, IsArray = true }),
        ],
        20 * Micros.Day);

    internal static ColumnSpec Key(string property, string name, Kind kind, (int, int) digits = default) =>
        new(property, new OracleColumn(name, kind) { Role = ColumnRole.Key, Digits = digits });

    internal static ColumnSpec EventTime(string property, string name) => new(property, new OracleColumn(name, Kind.Instant) { Role = ColumnRole.EventTime });

    internal static ColumnSpec Feature(string property, string name, Kind kind, (int, int) digits = default) =>
        new(property, new OracleColumn(name, kind) { IsNullable = true, Digits = digits });

    internal static ColumnSpec NotNull(ColumnSpec column) => column with { Column = column.Column with { IsNullable = false } };
}
