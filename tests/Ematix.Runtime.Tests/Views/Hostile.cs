namespace Ematix.Tests;

/// <summary>Legal names that break what does not quote: quotes, dots, spaces, words of SQL, case twins, backslashes, emoji, the longest that fit.</summary>
[FeatureView(Schema = "We\"ird. s'chema\\", Table = "sel\"ect; -- 'x' $1 /* 67890123456789012345678901234567", Ttl = "30d")]
public partial class Hostile
{
    [EntityKey, Column("user")] public string User { get; init; } = "";

    [EntityKey, Column("User")] public string Twin { get; init; } = "";

    [Column("a\"\"b\"")] public int? Quotes { get; init; }

    [Column("a.b c")] public int? Dots { get; init; }

    [Column("select")] public int? @select { get; init; }

    [Column("\U0001F600 'x' \\ $$ @p :p ?")] public int? Emoji { get; init; }

    [Column("column_of_sixty_three_bytes_67890123456789012345678901234567_63")] public int? Longest { get; init; }

    [Column("ctid ")] public int? NotASystemColumn { get; init; }

    [EventTimestamp, Column("valid_from ")] public DateTimeOffset At { get; init; }
}

/// <summary>The same table but for the case of its name: another table.</summary>
[FeatureView(Schema = "We\"ird. s'chema\\", Table = "SEL\"ect; -- 'x' $1 /* 67890123456789012345678901234567")]
public partial class HostileTwin
{
    [EntityKey, Column("user")] public string User { get; init; } = "";

    public int? Value { get; init; }

    // Names that a planner might use for itself.
    [Column("_row")] public int? Row { get; init; }

    [Column("place")] public int? Place { get; init; }

    [Column("position")] public int? Position { get; init; }

    [Column("key_1")] public int? Key1 { get; init; }

    [Column("as_of")] public int? AsOf { get; init; }

    [Column("_closes")] public int? Closes { get; init; }

    [Column("c")] public int? C { get; init; }

    [EventTimestamp] public DateTimeOffset At { get; init; }
}

/// <summary>A snapshot view with an online table, of the longest name that leaves room for those made of it, in bytes.</summary>
[FeatureView(Schema = "We\"ird. s'chema\\", Table = "pl'ä\"ce; -- $1 /* 67890123456789012345678901234567", Online = true, OnlineStore = OnlineStore.Table)]
public partial class HostilePlace
{
    [EntityKey, Column("ключ \"k\"; --")] public string Id { get; init; } = "";

    [EntityKey, Column("t")] public int Number { get; init; }

    [Column("o")] public string? Value { get; init; }

    [Column("excluded")] public string? Other { get; init; }
}

/// <summary>The same in mode Merge, with a table of 58 bytes.</summary>
[FeatureView(Schema = "We\"ird. s'chema\\", Table = "me\"rge'd; -- $1 /* 789012345678901234567890123456789012345", Mode = SyncMode.Merge)]
public partial class HostileMerged
{
    [EntityKey, Column("ключ \"k\"; --")] public string Id { get; init; } = "";

    [EntityKey, Column("b")] public int Number { get; init; }

    [Column("s")] public string? Value { get; init; }

    [Column("c")] public string? Other { get; init; }
}
