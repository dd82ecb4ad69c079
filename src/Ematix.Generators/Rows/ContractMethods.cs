using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>
/// The names of the contract's methods: made from the kind and form of a column by one rule, which a test holds against the contract.
/// <c>Int64</c>, <c>Int64OrNull</c>, <c>Int64Array</c>, <c>NullableInt64ArrayOrNull</c> …
/// </summary>
internal static class ContractMethods
{
    /// <summary>The method of RowReader.</summary>
    public static string Read(ColumnType type, bool isText, bool isNullable) => Write(type, isText) + (isNullable ? "OrNull" : "");

    /// <summary>The method of RowWriter, which takes null for every kind.</summary>
    public static string Write(ColumnType type, bool isText) =>
        (type.HasNullableElements ? "Nullable" : "") + Kind(type, isText) + (type.IsArray ? "Array" : "");

    /// <summary>The method of KeyBinder for one key.</summary>
    public static string Bind(ColumnType type) => (type.Kind == ColumnKind.Enum ? ColumnKind.Text : type.Kind).ToString();

    /// <summary>The method of KeyBinder for many keys.</summary>
    public static string BindAll(ColumnType type) => Bind(type) + "s";

    /// <summary>Whether a JSON column's property holds text.</summary>
    public static bool IsJsonText(GeneratedColumn column) => column.Model.Type.Kind == ColumnKind.Json && column.Shape.ClrType.TrimEnd('?') == "string";

    private static string Kind(ColumnType type, bool isText) => isText ? type.Kind + "Text" : type.Kind.ToString();
}
