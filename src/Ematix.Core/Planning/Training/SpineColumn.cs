using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>A column of a spine.</summary>
/// <param name="Name">Its name, in the output too.</param>
/// <param name="Type">Its type.</param>
internal sealed record SpineColumn(string Name, ColumnType Type);
