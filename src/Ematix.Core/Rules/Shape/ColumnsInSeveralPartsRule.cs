using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0008: columns stand in the table in declaration order, and parts of a type have no order among them.</summary>
internal sealed class ColumnsInSeveralPartsRule : IViewRule
{
    public const string Title = "All columns must stand in one part of a partial type";
    public const string Message = "Column property '{0}.{1}' stands in another part of the partial type than '{2}', so the order of the columns is undefined: move all columns into one part";

    public RuleInfo Info { get; } = new("EMX0008", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var columns = declaration.Properties.Where(property => property.IsColumn).OrderBy(property => property.Part).ToArray();
        var firsts = columns.GroupBy(property => property.Part).Select(part => part.First()).Skip(1);
        foreach (var property in firsts)
            yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name, columns[0].Name);
    }
}
